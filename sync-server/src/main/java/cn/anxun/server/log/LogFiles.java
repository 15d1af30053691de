package cn.anxun.server.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The log in files of the data directory, besides the error output: {@code logs/anxun.log}, and
 * each day's packed. What is older than {@value #DAYS} days goes, and the oldest when all come to
 * 500 MB.
 */
public final class LogFiles implements AutoCloseable {
  /** One line, as logfmt has it; what another program said in several lines stays in one. */
  static final String LINE =
      "time=%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} level=%level logger=%logger{0} request=%X{request:--}"
          + " %kvp{NONE} msg=%replace(%msg){'\\s*[\\r\\n]+\\s*', ' / '}%n%ex";

  private static final int DAYS = 30;
  private static final String FILE_SIZE = "20MB";
  private static final String ALL_SIZE = "500MB";

  private final RollingFileAppender<ILoggingEvent> appender;

  private LogFiles(RollingFileAppender<ILoggingEvent> appender) {
    this.appender = appender;
  }

  /** Writes what is logged from here on into this folder too. */
  public static LogFiles begin(Path folder) {
    return begin(folder, FileSize.valueOf(FILE_SIZE));
  }

  /**
   * The same.
   *
   * @param most of one file, then the next begins
   */
  static LogFiles begin(Path folder, FileSize most) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setName("files " + folder);
    String files = folder.toAbsolutePath().toString().replace('\\', '/');
    appender.setFile(files + "/anxun.log");
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(files + "/anxun.%d{yyyy-MM-dd}.%i.log.gz");
    rolling.setMaxFileSize(most);
    rolling.setMaxHistory(DAYS);
    rolling.setTotalSizeCap(FileSize.valueOf(ALL_SIZE));
    // Not when it starts too: two cleanings at once share one calendar, and take today's files
    // away.
    rolling.start();
    appender.setEncoder(encoder(context));
    appender.setRollingPolicy(rolling);
    appender.start();
    root(context).addAppender(appender);
    return new LogFiles(appender);
  }

  /** As each line of the log is written, wherever it goes. */
  static PatternLayoutEncoder encoder(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(LINE);
    encoder.start();
    return encoder;
  }

  /** Through which all that is logged goes. */
  static Logger root(LoggerContext context) {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Override
  public void close() {
    root((LoggerContext) LoggerFactory.getILoggerFactory()).detachAppender(appender);
    appender.stop();
  }
}
