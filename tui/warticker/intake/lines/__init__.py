"""What a line of a page is by itself: prose, a stamp, a caption, a row, furniture; and a page as its lines."""
