// The settings of a Neo4j server that matter to its Browser.
SHOW SETTINGS YIELD name, value WHERE name IN $wanted RETURN name, value
