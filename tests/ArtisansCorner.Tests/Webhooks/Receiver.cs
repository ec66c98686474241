using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ArtisansCorner.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ArtisansCorner.Tests.Webhooks;

/// <summary>A small server that receives webhooks and answers as it is told.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<Received> received = new();

    private Receiver(WebApplication server) => this.server = server;

    /// <summary>Where it listens.</summary>
    public string Url => server.Urls.Single() + "/hook";

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<Received> All => [.. received];

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;

    /// <summary>With which words.</summary>
    public string Words { get; set; } = "thanks";

    /// <summary>Where it sends those who ask, beside a status of 300 and above.</summary>
    public string? Location { get; set; }

    /// <summary>Starts it on a free port.</summary>
    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new Receiver(builder.Build());
        receiver.server.Map("{**path}", receiver.AnswerAsync);
        await receiver.server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Waits until so many came, and tells them.</summary>
    public Task<IReadOnlyList<Received>> GotAsync(int count) => Eventually.GetAsync(() => Task.FromResult(All), all => all.Count >= count);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        received.Enqueue(new Received(body, http.Request.Headers["Artisans-Signature"].ToString(), http.Request.Headers["Artisans-Event"].ToString(), http.Request.Path));
        http.Response.StatusCode = Status;
        if (Location is not null) http.Response.Headers.Location = Location;
        await http.Response.WriteAsync(Words, http.RequestAborted);
    }
}

/// <summary>One event that came.</summary>
/// <param name="Body">What was posted.</param>
/// <param name="Signature">How it was signed.</param>
/// <param name="Event">Which event its header names.</param>
/// <param name="Path">Where it was posted.</param>
public sealed record Received(string Body, string Signature, string Event, string Path)
{
    /// <summary>The body as JSON.</summary>
    public Json Json => Json.Parse(Body);
}
