"""How the encoder and its heads were learnt. Not shipped; needs the extra `training` (PyTorch)."""
