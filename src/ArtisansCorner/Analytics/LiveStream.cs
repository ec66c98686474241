using System.Text;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.Features;

namespace ArtisansCorner.Analytics;

/// <summary>
/// The shop's changes as server-sent events: <c>event: changed</c>, the topic as data, and an id to resume from.
/// A comment and an event “beat” every fifteen seconds keep middlemen from closing it, find out that the client went,
/// and let the client find out that the server did. As often it is looked whether the session or token still lasts.
/// </summary>
public static class LiveStream
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Sends what changes until the client goes, or is signed out, or the server stops.</summary>
    public static async Task SendAsync(
        HttpContext http, CurrentShop shop, ILiveFeed feed, TimeProvider time, IHostApplicationLifetime life, StillSignedIn signedIn, string? lastEventId = null)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var last = http.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? lastEventId;
        try
        {
            await using var changes = feed.FollowAsync(shop.Id, last, ends.Token).GetAsyncEnumerator(ends.Token);
            await FollowAsync(http, changes, signedIn, time, ends);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client went, or the server stops and the client comes back by itself.
        }
    }

    private static async Task FollowAsync(HttpContext http, IAsyncEnumerator<LiveEvent> changes, StillSignedIn signedIn, TimeProvider time, CancellationTokenSource ends)
    {
        var (next, looked) = (changes.MoveNextAsync().AsTask(), time.GetUtcNow());
        try
        {
            // Only now that it follows it says hello: a client that was greeted misses nothing.
            await WriteAsync(http, "retry: 2000\n: hello\n\n", ends.Token);
            while (true)
            {
                var comes = await ComesWithinAsync(next, time, ends.Token);
                if (comes && !await next) return;
                if (time.GetUtcNow() - looked >= Heartbeat)
                {
                    if (!await signedIn.IsSoAsync(http.User, ends.Token)) return;
                    looked = time.GetUtcNow();
                }

                await WriteAsync(http, comes ? $"event: changed\nid: {changes.Current.Id}\ndata: {changes.Current.Topic}\n\n" : ": still here\nevent: beat\ndata: \n\n", ends.Token);
                if (comes) next = changes.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // A reader may only be put away when it waits no more.
            await ends.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<bool> ComesWithinAsync(Task next, TimeProvider time, CancellationToken cancel)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var first = await Task.WhenAny(next, Task.Delay(Heartbeat, time, quiet.Token));
        cancel.ThrowIfCancellationRequested();
        await quiet.CancelAsync();
        return first == next;
    }

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken cancel)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await http.Response.Body.FlushAsync(cancel);
    }
}
