package cn.anxun.app.data.local;

/**
 * The room that photos take on this phone; small pictures of those that went are not counted.
 *
 * @param here whole on this phone
 * @param hereBytes of those
 * @param unsent of those, not confirmed by the server: they stay
 * @param unsentBytes of those
 * @param freed at the server, here small or not at all
 */
public record PhotoSpace(int here, long hereBytes, int unsent, long unsentBytes, int freed) {}
