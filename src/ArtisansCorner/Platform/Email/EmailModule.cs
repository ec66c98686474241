using ArtisansCorner.Platform.Messaging;

namespace ArtisansCorner.Platform.Email;

/// <summary>E-mail: written down with the fact that asks for it, sent after the commit over SMTP, or logged where Smtp:Url is not set.</summary>
public static class EmailModule
{
    /// <summary>Registers it as configured.</summary>
    public static void AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Smtp:Url"] is { Length: > 0 } url)
        {
            services.AddSingleton(SmtpSettings.Parse(url));
            services.AddSingleton<IEmailSender, SmtpEmailSender>();
        }
        else
        {
            services.AddSingleton<IEmailSender, LoggedEmailSender>();
        }

        services.AddSingleton(SiteAddress.Parse(configuration["Site:Url"]));
        services.AddSingleton<EmailSignal>();
        services.AddScoped<QueueEmail>();
        services.AddScoped<SendEmail>();
        services.AddHostedService<EmailWorker>();
        services.React<EmailQueued, WakeEmailWorker>();
    }
}
