"""Later entries ↔ open commitments and claims: the same act? what became of it? Proposes; never decides."""
