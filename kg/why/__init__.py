"""Why an answer says what it says: facts, the rules and premises behind them, down to claims."""
