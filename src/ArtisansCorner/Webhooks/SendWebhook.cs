using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace ArtisansCorner.Webhooks;

/// <summary>What came of one try.</summary>
/// <param name="StatusCode">The status that was answered, or nothing.</param>
/// <param name="Answer">The first kilobyte of the answer.</param>
/// <param name="Duration">How long it took, in milliseconds.</param>
/// <param name="Failure">Why no answer came, in a sentence.</param>
public sealed record SendOutcome(int? StatusCode, string? Answer, long Duration, string? Failure)
{
    /// <summary>Whether it was accepted: any status from 200 to 299.</summary>
    public bool Succeeded => StatusCode is >= 200 and < 300;
}

/// <summary>
/// Posts one event to an address of the public internet. Follows no redirect, waits ten seconds at most, and looks at the address it is about
/// to connect to, not at the one that the name had a moment before.
/// </summary>
public sealed class SendWebhook : IDisposable
{
    /// <summary>What is said of an address that leads inside.</summary>
    public const string Private = "This address leads into a private network; events go to addresses of the public internet only.";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private readonly HttpMessageInvoker http;
    private readonly WebhookSettings settings;
    private readonly TimeProvider time;

    /// <summary>Opens nothing yet.</summary>
    public SendWebhook(WebhookSettings settings, TimeProvider time)
    {
        (this.settings, this.time) = (settings, time);
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2), MaxResponseHeadersLength = 32,
        });
    }

    /// <summary>Sends it and tells what came of it; throws only when <paramref name="cancel"/> is.</summary>
    public async Task<SendOutcome> RunAsync(string url, string happened, string body, string signature, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            if (!settings.AllowInsecure && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return Failed("Events go to addresses that begin with https:// only.");
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            request.Headers.Add(WebhookSignature.Header, signature);
            request.Headers.Add("Artisans-Event", happened);
            request.Headers.Add("User-Agent", "Artisans-Corner-Webhooks/1");
            using var answer = await http.SendAsync(request, either.Token);
            return new SendOutcome((int)answer.StatusCode, await FirstOfAsync(answer, either.Token), Taken(), null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed($"No answer within {Longest.TotalSeconds:0} seconds.");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or SocketException)
        {
            return Failed(Explain(problem));
        }

        long Taken() => (long)time.GetElapsedTime(started).TotalMilliseconds;
        SendOutcome Failed(string why) => new(null, null, Taken(), why);
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await Dns.GetHostAddressesAsync(host, cancel);
        var addresses = settings.AllowPrivate ? found : [.. found.Where(PublicAddress.Is)];
        if (addresses.Length == 0) throw new PrivateAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<string> FirstOfAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var first = new byte[WebhookDelivery.LongestAnswer];
        var count = 0;
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
            while (count < first.Length && await stream.ReadAsync(first.AsMemory(count), cancel) is > 0 and var read) count += read;
        }
        catch (Exception problem) when (problem is OperationCanceledException or HttpRequestException or IOException)
        {
            // The status says what we asked for; of the words we keep what came.
        }

        // PostgreSQL has no room for U+0000.
        return Encoding.UTF8.GetString(first, 0, count).Replace('\0', '\uFFFD');
    }

    private static string Explain(Exception problem) => problem switch
    {
        HttpRequestException { InnerException: PrivateAddressException } => Private,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "There is no such host.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "The connection is not secure: its certificate was not accepted.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } or SocketException => "Nobody listens at this address.",
        _ => "The connection broke before an answer came.",
    };

    private sealed class PrivateAddressException : IOException;
}
