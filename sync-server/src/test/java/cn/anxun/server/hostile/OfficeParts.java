package cn.anxun.server.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks whether an office program could open a file. */
final class OfficeParts {
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  private OfficeParts() {}

  /** The first part that is no XML though it should be, and why. */
  static Optional<String> brokenPart(byte[] file) {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        if (part.getName().endsWith(".xml") || part.getName().endsWith(".rels")) {
          try (InputStream content = zip.getInputStream(part)) {
            read(content, part.getName());
          }
        }
      }
      return Optional.empty();
    } catch (IOException | XMLStreamException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static void read(InputStream part, String name) throws XMLStreamException {
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(part);
      while (reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException e) {
      throw new XMLStreamException(name + ": " + e.getMessage());
    }
  }
}
