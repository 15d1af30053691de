package cn.anxun.server.http.v1;

import cn.anxun.server.file.FileRefusedException;
import cn.anxun.server.http.Refusal;

/** What is said of files that are not taken, by the API and by pages. */
public final class FileRefusals {
  private static final int HOUR_SECONDS = 3600;

  private FileRefusals() {}

  public static Refusal of(FileRefusedException e) {
    return switch (e.reason()) {
      case TYPE -> refusal(415, "file-type", e);
      case TYPE_DIFFERS -> refusal(415, "file-type-differs", e);
      case TOO_LARGE -> refusal(413, "file-too-large", e);
      case LONGER -> refusal(413, "file-longer", e);
      case DAMAGED -> refusal(422, "file-damaged", e);
      case DIMENSIONS -> refusal(422, "file-dimensions", e);
      case HASH_DIFFERS -> refusal(460, "file-hash-differs", e);
      case CHECKSUM_DIFFERS -> refusal(460, "file-checksum-differs", e);
      case WRONG_OFFSET -> refusal(409, "wrong-offset", e);
      case NO_SUCH -> refusal(404, "not-found", e);
      case SLOW -> refusal(408, "upload-slow", e);
      case BUSY -> refusal(423, "upload-busy", e).retryAfter(2);
      case TOO_MANY -> refusal(429, "too-many-uploads", e).retryAfter(HOUR_SECONDS);
      case QUOTA -> refusal(429, "upload-quota", e).retryAfter(HOUR_SECONDS);
      case UNNAMED -> refusal(429, "upload-unnamed", e).retryAfter(HOUR_SECONDS);
      case DISK_FULL -> refusal(507, "disk-full", e).retryAfter(HOUR_SECONDS);
    };
  }

  private static Refusal refusal(int status, String code, FileRefusedException e) {
    return Refusal.of(status, code, e.arguments());
  }
}
