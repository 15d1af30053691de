package cn.anxun.app.photo;

import java.io.IOException;
import java.io.InputStream;

/** Where a photo comes from: the camera's file or what a picker's address opens. Read once. */
@FunctionalInterface
public interface PhotoSource {
  /** Its bytes from the beginning; the caller closes it. */
  InputStream open() throws IOException;
}
