"""The kind of a page's line by itself: prose, a stamp, a caption, a row, furniture; and a page as its lines."""
