using System.Diagnostics;

namespace ArtisansCorner.Tests.Harness;

/// <summary>Waits for what happens after a commit, as briefly as it takes.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Looks again and again until the check throws no assertion any more; after the deadline its last failure is the test's.</summary>
    public static async Task PassesAsync(Func<Task> check, TimeSpan? within = null)
    {
        var watch = Stopwatch.StartNew();
        for (var pause = 5; ; pause = Math.Min(pause * 2, 250))
        {
            try
            {
                await check();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (watch.Elapsed < (within ?? Patience))
            {
                await Task.Delay(pause, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Looks until a value satisfies the condition, and returns it.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> look, Func<T, bool> isSo, TimeSpan? within = null)
    {
        T? found = default;
        await PassesAsync(
            async () =>
            {
                found = await look();
                Assert.True(isSo(found), $"Still not so: {found}");
            },
            within);
        return found!;
    }
}
