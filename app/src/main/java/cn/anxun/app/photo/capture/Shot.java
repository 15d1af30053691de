package cn.anxun.app.photo.capture;

import cn.anxun.core.entry.Attachment;

/**
 * A photo that is kept and that no record has taken yet.
 *
 * @param id of this shot; the same picture may lie in the tray twice
 * @param takenAt milliseconds since 1970
 */
public record Shot(String id, Purpose purpose, long takenAt, Attachment photo) {}
