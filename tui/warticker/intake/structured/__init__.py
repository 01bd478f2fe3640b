"""What documents tell machines: JSON-LD and microdata, what scripts carry, JSON of any making."""
