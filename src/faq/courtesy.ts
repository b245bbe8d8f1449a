/** Whether a message only thanks, greets or agrees: no question, even where it is an answer's short form. */
export function isCourtesy(message: string): boolean {
  return /^\W*(?:(?:ok(?:ay)?|thx|ty|thanks?|thank you|cheers|great|perfect|awesome|cool|nice|got it|makes sense|hi|hello|hey|good (?:morning|afternoon|evening|night)|there|everyone|bot|again|yes|yep|no|nope|lol|haha|so much|a lot|very much|all)\b\W*)+$/iu.test(
    message,
  );
}
