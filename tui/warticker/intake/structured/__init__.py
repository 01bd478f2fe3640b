"""What documents tell machines: JSON-LD, what scripts carry, JSON of any making."""
