"""What the peers need to run the kit's features on the kit's bench: written as somebody would who knows only them."""
