using System.Collections.Concurrent;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArtisansCorner.Tests.Platform;

public abstract class JobTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : JobTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : JobTests(app);

    // By the clock of the app, which no other has.
    private static readonly ConcurrentDictionary<(TimeProvider, Type), int> Times = [];

    [Fact]
    public async Task A_job_is_done_by_one_server_each_time_that_it_is_due_and_one_that_fails_holds_up_no_other()
    {
        await using var mine = app.Another();
        await LookAsync(mine);
        mine.Time.Advance(TimeSpan.FromMinutes(59));
        await LookAsync(mine);
        Assert.Equal((0, 0), Done(mine));

        for (var hour = 1; hour <= 2; hour++)
        {
            mine.Time.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LookAsync(mine)));
            Assert.Equal((hour, hour), Done(mine));
        }
    }

    /// <summary>What one of several servers does when its time comes to look.</summary>
    private static async Task LookAsync(App app)
    {
        using var server = new JobWorker((await app.ServicesAsync()).GetRequiredService<IServiceScopeFactory>(), [new JobKind(typeof(Failing)), new JobKind(typeof(Lasting))], app.Time, NullLogger<JobWorker>.Instance);
        await server.DoWhatIsDueAsync(TestContext.Current.CancellationToken);
    }

    private static (int, int) Done(App app) => (Times.GetValueOrDefault((app.Time, typeof(Failing))), Times.GetValueOrDefault((app.Time, typeof(Lasting))));

    private abstract class Hourly(TimeProvider time) : IJob
    {
        public TimeSpan Every => TimeSpan.FromHours(1);

        public virtual Task RunAsync(CancellationToken cancel)
        {
            Times.AddOrUpdate((time, GetType()), 1, (_, before) => before + 1);
            return Task.CompletedTask;
        }
    }

    private sealed class Lasting(TimeProvider time) : Hourly(time);

    private sealed class Failing(TimeProvider time) : Hourly(time)
    {
        public override async Task RunAsync(CancellationToken cancel)
        {
            await base.RunAsync(cancel);
            throw new InvalidOperationException("As a job may.");
        }
    }
}
