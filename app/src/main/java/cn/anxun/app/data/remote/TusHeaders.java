package cn.anxun.app.data.remote;

/** The headers of tus 1.0. */
final class TusHeaders {
  static final String RESUMABLE = "Tus-Resumable";
  static final String VERSION = RESUMABLE + ": 1.0.0";
  static final String LENGTH = "Upload-Length";
  static final String OFFSET = "Upload-Offset";
  static final String METADATA = "Upload-Metadata";

  private TusHeaders() {}
}
