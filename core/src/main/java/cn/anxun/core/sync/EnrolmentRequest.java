package cn.anxun.core.sync;

/**
 * A device asks to become one of an account's devices.
 *
 * @param code the one-time code that the administrator gave, as typed or scanned
 * @param deviceId made by the device once and kept: 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}
 * @param deviceName what people call the device
 * @param letters the letters it would like in its spoken numbers; "" to be given some
 */
public record EnrolmentRequest(String code, String deviceId, String deviceName, String letters) {}
