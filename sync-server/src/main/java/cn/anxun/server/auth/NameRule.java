package cn.anxun.server.auth;

import cn.anxun.server.text.ZeroCharacter;

/**
 * What people may call an account, a bureau, a phone: not blank, without {@link ZeroCharacter}.
 *
 * @param longest the most characters
 */
record NameRule(int longest) {
  boolean allows(String name) {
    return !name.isBlank() && name.length() <= longest && !ZeroCharacter.isIn(name);
  }
}
