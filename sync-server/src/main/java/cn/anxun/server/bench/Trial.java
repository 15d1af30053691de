package cn.anxun.server.bench;

import java.io.IOException;

/** A work that is set up and can be measured again and again. Closing it takes its data away. */
interface Trial extends AutoCloseable {

  /** Does the work once and says how it went, in the work's unit. */
  double ours() throws IOException, WrongCountException;

  /** Does once what the machine allows at best. */
  double limit() throws IOException, WrongCountException;

  @Override
  void close() throws IOException;
}
