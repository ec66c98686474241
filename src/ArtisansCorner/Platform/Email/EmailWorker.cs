using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Email;

/// <summary>
/// Sends the e-mails that are due: woken by the outbox, and looking every few seconds. An e-mail is claimed by a conditional update that one
/// worker of all servers wins; what a dead one had is taken up when its claim is over, under the same message id.
/// </summary>
public sealed partial class EmailWorker(IServiceScopeFactory scopes, EmailSignal signal, TimeProvider time, ILogger<EmailWorker> log) : BackgroundService
{
    /// <summary>How many are sent at the same time.</summary>
    public const int SideBySide = 2;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Claim = SmtpEmailSender.Patience * 2;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(_ => LoopAsync(stoppingToken)));
    }

    private async Task LoopAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                while (await SendNextAsync(cancel))
                {
                    // As long as one is due.
                }

                await signal.WaitAsync(Look, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                Unreachable(log, problem);
                await Task.Delay(Look, time, cancel);
            }
        }
    }

    private async Task<bool> SendNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (now, me) = (time.GetUtcNow(), Guid.CreateVersion7());
        var due = db.Emails.IgnoreQueryFilters([AppDb.ShopFilter]).Where(email => email.NextAt != null && email.NextAt <= now && (email.ClaimedUntil == null || email.ClaimedUntil < now));
        if (await due.OrderBy(email => email.NextAt).ThenBy(email => email.Id).Select(email => (Guid?)email.Id).FirstOrDefaultAsync(cancel) is not { } id) return false;
        bool won;
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            won = await due.Where(email => email.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(email => email.ClaimedUntil, now + Claim).SetProperty(email => email.ClaimedBy, me), cancel) == 1;
            await write.CommitAsync(cancel);
        }

        if (won) await scope.ServiceProvider.GetRequiredService<SendEmail>().RunAsync(id, me, cancel);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "E-mails could not be sent; it will be tried again.")]
    private static partial void Unreachable(ILogger log, Exception problem);
}
