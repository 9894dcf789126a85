"""The user's reports and tables -> what they would add to, or change in, the data."""
