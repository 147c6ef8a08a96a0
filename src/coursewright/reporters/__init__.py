"""Problems → text for people or machines."""
