"""Problems → what people and programs read: terminal text, JSON, annotations, SARIF."""
