package cn.anxun.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What is logged, and that it goes to the error output: standard output belongs to what a command
 * prints. Logback finds this class by itself; a file of XML in its place would cost the start of
 * the server, and of each command, a tenth of its time.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogOutput extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("error output");
    appender.setTarget("System.err");
    appender.setEncoder(LogFiles.encoder(context));
    appender.start();
    context.getLogger("cn.anxun").setLevel(Level.INFO);
    // What fails at the start is thrown to whoever starts; what fails in a request is logged by our
    // Web.
    context.getLogger("io.javalin").setLevel(Level.OFF);
    // That SQLite cannot be loaded is said, with what to do, by whoever needs it.
    context.getLogger("org.sqlite.SQLiteJDBCLoader").setLevel(Level.OFF);
    LogFiles.root(context).setLevel(Level.WARN);
    LogFiles.root(context).addAppender(appender);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
