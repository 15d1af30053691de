package cn.anxun.server.file;

/** In pixels, as a picture's header says. */
record PictureSize(long width, long height) {
  long pixels() {
    return width * height;
  }
}
