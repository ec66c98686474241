using ArtisansCorner.Importing;

namespace ArtisansCorner.Tests.Importing;

public sealed class ImportSignalTests
{
    [Fact]
    public async Task Something_to_do_wakes_all_that_wait()
    {
        using var signal = new ImportSignal();
        var waiting = Enumerable.Range(0, ImportWorker.SideBySide).Select(_ => signal.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).ToList();
        signal.Set();
        Assert.All(await Task.WhenAll(waiting), Assert.True);
    }
}
