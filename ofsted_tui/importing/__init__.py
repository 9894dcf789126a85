"""Reports and tables of the user's -> what they would add to, or change in, what is held."""
