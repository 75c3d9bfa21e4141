"""HTTP: polite, bounded, guarded, and honest about what came back."""
