package cn.anxun.server.report.fill;

import cn.anxun.server.report.fill.FillProblem.Reason;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Makes sure that a part is XML which can be edited in place: UTF-8, no DOCTYPE, well-formed. */
final class XmlCheck {
  private static final Pattern ENCODING =
      Pattern.compile("^\\uFEFF?<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");

  private XmlCheck() {}

  static String read(String part, byte[] bytes) throws FillException {
    String xml;
    try {
      xml = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FillException(FillProblem.of(Reason.ENCODING, part));
    }
    Matcher encoding = ENCODING.matcher(xml);
    if (encoding.find() && !encoding.group(1).equalsIgnoreCase("UTF-8")) {
      throw new FillException(FillProblem.of(Reason.ENCODING, part));
    }
    if (xml.contains("<!DOCTYPE")) {
      throw new FillException(FillProblem.of(Reason.DOCTYPE, part));
    }
    parse(part, xml);
    return xml;
  }

  private static void parse(String part, String xml) throws FillException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader =
          factory.createXMLStreamReader(
              new StringReader(xml.startsWith("\uFEFF") ? xml.substring(1) : xml));
      while (reader.hasNext()) {
        reader.next();
      }
      reader.close();
    } catch (XMLStreamException e) {
      throw new FillException(FillProblem.of(Reason.BROKEN, part));
    }
  }
}
