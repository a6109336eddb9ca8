CALL () {
«query»
}
WITH «keys», «collected»
RETURN «columns»
ORDER BY «order»
