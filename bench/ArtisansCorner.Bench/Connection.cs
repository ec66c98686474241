using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ArtisansCorner.Bench;

/// <summary>
/// One client on one kept-open connection, as cheap as it gets, because it takes its processor time from the product beside it:
/// a blocking socket on a thread of its own, ready-made bytes out, and of the answer only its status and its end are looked for.
/// </summary>
public sealed class Connection : IDisposable
{
    private readonly Socket socket;
    private byte[] buffer = new byte[1 << 16];

    /// <summary>Connects.</summary>
    public Connection(Uri address)
    {
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect("127.0.0.1", address.Port);
    }

    /// <summary>The bytes of the last answer with its heading, as they came.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes of a request, as a browser sends it.</summary>
    public static byte[] Request(string method, string path, string? cookie = null, string? json = null) => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\n" +
        (cookie is null ? "" : $"Cookie: {cookie}\r\n") +
        (json is null ? "" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json).ToString(CultureInfo.InvariantCulture)}\r\n") +
        "\r\n" + json);

    /// <summary>Sends a request and reads the answer to its end; anything but success throws.</summary>
    public void Ask(byte[] request)
    {
        for (var sent = 0; sent < request.Length;) sent += socket.Send(request.AsSpan(sent));
        var (filled, head) = (0, -1);
        while (head < 0)
        {
            filled += Receive(filled);
            head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        var heading = buffer.AsSpan(0, head + 2);
        if (heading[9] != (byte)'2') throw new InvalidOperationException($"{Encoding.UTF8.GetString(request)}\nwas answered by\n{Encoding.UTF8.GetString(buffer, 0, filled)}");
        var at = heading.IndexOf("\r\nContent-Length: "u8);
        if (at >= 0)
        {
            var number = heading[(at + 18)..];
            var end = head + 4 + int.Parse(number[..number.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
            while (filled < end) filled += Receive(filled);
        }
        else
        {
            // In chunks: the last one has no length.
            while (!buffer.AsSpan(head + 4, filled - head - 4).EndsWith("0\r\n\r\n"u8)) filled += Receive(filled);
        }

        Length = filled;
    }

    /// <inheritdoc />
    public void Dispose() => socket.Dispose();

    private int Receive(int filled)
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var count = socket.Receive(buffer.AsSpan(filled));
        return count > 0 ? count : throw new InvalidOperationException("The product closed the connection.");
    }
}
