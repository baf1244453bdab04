package dev.retinue.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;

/** A connection to the site for bytes that no client library sends. It is kept, and made anew where the site has closed it. */
public class Wire implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    /** @param head the status line and the headers */
    public record Answer(int status, String head, String body) {

        public String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private Socket socket;

    private InputStream in;

    public static Socket open() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    /**
     * On the connection of before, and on a new one where the site has ended that.
     *
     * @throws IOException where no whole answer comes in time
     */
    public Answer send(byte[] request) throws IOException {
        if (socket != null) {
            try {
                return ask(request);
            } catch (IOException e) {
                close();
            }
        }
        socket = open();
        in = new BufferedInputStream(socket.getInputStream());
        return ask(request);
    }

    private Answer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var answer = read();
        if (answer.header("Connection").equalsIgnoreCase("close") || answer.status >= 400 && answer.body.isEmpty()) {
            close();
        }
        return answer;
    }

    private Answer read() throws IOException {
        var head = new StringBuilder();
        for (var line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        var status = Integer.parseInt(head.substring(9, 12));
        var answer = new Answer(status, head.toString(), "");
        if (status < 200) {
            return read();
        }
        return new Answer(status, answer.head, new String(body(answer), UTF_8));
    }

    private byte[] body(Answer answer) throws IOException {
        if (answer.header("Transfer-Encoding").equals("chunked")) {
            return chunks();
        }
        var length = answer.header("Content-Length");
        return length.isEmpty() ? new byte[0] : in.readNBytes(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            body.write(in.readNBytes(size));
            line();
        } while (size > 0);
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The site ended the connection without an answer");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
