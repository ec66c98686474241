using System.Net.ServerSentEvents;

namespace ArtisansCorner.Tests.Harness;

/// <summary>A page's ear: follows what changes in a shop.</summary>
public sealed class LiveReader : IAsyncDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    private LiveReader(HttpResponseMessage answer, Stream stream)
    {
        this.answer = answer;
        events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    /// <summary>Follows from now, or from after the last event that was seen.</summary>
    public static async Task<LiveReader> OpenAsync(HttpClient http, Guid shopId, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/shops/{shopId}/live");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        return new LiveReader(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next change of a topic that is waited for; others pass by. Waits no longer than any test should.</summary>
    public async Task<(string Id, string Topic)> NextAsync(Func<string, bool> wanted)
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken))
        {
            if (events.Current.EventType == "changed" && wanted(events.Current.Data)) return (events.Current.EventId ?? "", events.Current.Data);
        }

        throw new InvalidOperationException("The stream ended.");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
