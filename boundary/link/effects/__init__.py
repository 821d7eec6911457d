"""What happens in a transaction?  What contexts record and come to along their calls, where units begin and end."""
