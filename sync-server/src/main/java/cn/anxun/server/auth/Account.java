package cn.anxun.server.auth;

/**
 * A person, or an office, that acts.
 *
 * @param id the unique name: 1 to 64 of {@code A-Z a-z 0-9 . _ -}; the author in stamps
 * @param displayName as people know it
 * @param disabled it may neither log in nor sync; what its devices still hold goes to the inbox
 */
public record Account(String id, String displayName, boolean disabled) {}
