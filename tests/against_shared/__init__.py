"""Tests against the sources from which the data was made; they run where these lie beside the project."""
