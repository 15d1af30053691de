package cn.anxun.core.sync;

/**
 * What is held against a batch that failed, kept with each of its entries so that the search for
 * the culprit goes on after a restart. After two identical failures the batch is halved; a half
 * that fails as well is halved at once, until one entry stands alone and has failed twice alone.
 *
 * @param failure what happened, such as {@code 400 bad-request}; "" for nothing
 * @param batch the most entries that may be sent together with one of these, 0 for no limit
 * @param times how often a batch of this size failed so
 */
public record Suspicion(String failure, int batch, int times) {
  public static final Suspicion NONE = new Suspicion("", 0, 0);

  /** How many entries to send at once. */
  int limit(int otherwise) {
    return batch == 0 ? otherwise : batch;
  }

  /** The same batch, of this size, failed so. */
  Suspicion failed(String how, int size) {
    if (!how.equals(failure)) {
      return new Suspicion(how, size, 1);
    }
    return times == 0 || size == 1 ? new Suspicion(how, size, times + 1) : halved(how, size);
  }

  /** A batch of this size is too large as a whole; it needs no second try. */
  Suspicion tooLarge(String how, int size) {
    return size == 1 ? new Suspicion(how, 1, 2) : halved(how, size);
  }

  private static Suspicion halved(String how, int size) {
    int half = (size + 1) / 2;
    return new Suspicion(how, half, half == 1 ? 0 : 1);
  }

  /** One entry alone, failed twice. */
  boolean isCulprit() {
    return batch == 1 && times >= 2;
  }
}
