using System.Diagnostics;
using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Tests.Harness;

/// <summary>Counts how often a request goes to the database, as its trace tells.</summary>
public static class TripsTo
{
    /// <summary>The trips of one load of a page of the shop, without the style sheets and scripts it names.</summary>
    public static async Task<int> PageAsync(TestShop shop, string path)
    {
        var trace = ActivityTraceId.CreateRandom();
        var trips = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> request) => request.TraceId == trace ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = request =>
            {
                if (request.TraceId == trace) trips.TrySetResult(request.GetTagItem(Trips.Tag) as int? ?? 0);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{shop.Slug}{path}");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await shop.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await trips.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
