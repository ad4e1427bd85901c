"""How the encoder and its heads were learnt. Not shipped; needs the extra `training` (PyTorch)."""

import os

# As in memoire/reading/encoding.py: before ONNX Runtime is loaded.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
