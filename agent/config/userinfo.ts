/** User names and passwords inside URLs. */

/** Everything between `//` and the last `@`. Bounded, so that no text makes it slow. */
export const userInfo = /(?<=:\/\/)[^\s"']{1,2048}(?=@)/g;

/** A text without the user information of any URL in it. */
export function hideUserInfo(text: string): string {
  return text.replace(userInfo, '***');
}
