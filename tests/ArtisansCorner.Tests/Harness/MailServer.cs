using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace ArtisansCorner.Tests.Harness;

/// <summary>A small mail server that keeps what it is given; it can be away, and come back at the same address.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> messages = new();
    private readonly int port = Product.FreePort();
    private TcpListener? listener;
    private int talks;

    /// <summary>A server that is there.</summary>
    public static MailServer Start()
    {
        var server = new MailServer();
        server.ComeBack();
        return server;
    }

    /// <summary>The setting that names it.</summary>
    public (string Key, string Value) Setting => ("Smtp:Url", $"smtp://127.0.0.1:{port}?from=receipts@example.com");

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<MimeMessage> All => [.. messages];

    /// <summary>How often somebody began to talk.</summary>
    public int Talks => talks;

    /// <summary>An address that it does not know.</summary>
    public string? Unknown { get; set; }

    /// <summary>Whether it offers encryption, with a certificate that nobody vouches for.</summary>
    public bool IsSelfSigned { get; set; }

    /// <summary>Waits until so many came, and tells them.</summary>
    public Task<IReadOnlyList<MimeMessage>> GotAsync(int count) => Eventually.GetAsync(() => Task.FromResult(All), all => all.Count >= count);

    /// <summary>Listens again.</summary>
    public void ComeBack()
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = ListenAsync(listener);
    }

    /// <summary>Listens no more.</summary>
    public void GoAway()
    {
        listener?.Stop();
        listener = null;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GoAway();
        return ValueTask.CompletedTask;
    }

    private async Task ListenAsync(TcpListener open)
    {
        try
        {
            while (true) _ = TalkAsync(await open.AcceptTcpClientAsync());
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // It went away.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var line = client;
        Interlocked.Increment(ref talks);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 mail.example.com");
            while (await reader.ReadLineAsync() is { } said)
            {
                if (said.StartsWith("DATA", StringComparison.Ordinal)) await TakeAsync(reader, writer);
                else await writer.WriteLineAsync(AnswerTo(said));
                if (said == "STARTTLS") await EncryptAsync(stream);
                if (said.StartsWith("QUIT", StringComparison.Ordinal)) return;
            }
        }
        catch (Exception problem) when (problem is IOException or AuthenticationException)
        {
            // The other side hung up.
        }
    }

    private string AnswerTo(string said) => said.Split(' ', ':')[0] switch
    {
        "EHLO" when IsSelfSigned => "250-mail.example.com\r\n250-STARTTLS\r\n250 8BITMIME",
        "EHLO" => "250-mail.example.com\r\n250 8BITMIME",
        "RCPT" when Unknown is not null && said.Contains(Unknown, StringComparison.Ordinal) => "550 5.1.1 no such mailbox",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    // A client that checks certificates hangs up here.
    private static async Task EncryptAsync(NetworkStream stream)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using var encrypted = new SslStream(stream, leaveInnerStreamOpen: true);
        await encrypted.AuthenticateAsServerAsync(certificate);
        throw new IOException("It was trusted, and nothing more is said.");
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } said && said != ".") text.Append(said.StartsWith("..", StringComparison.Ordinal) ? said[1..] : said).Append("\r\n");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        messages.Enqueue(await MimeMessage.LoadAsync(stream));
        await writer.WriteLineAsync("250 taken");
    }
}
