import { createHandler, StartServer } from "@solidjs/start/server";

const page = ({ assets, children, scripts }) => (
  <html lang="de">
    <head>
      <meta charset="utf-8" />
      <title>SolidStart</title>
      {assets}
    </head>
    <body>
      <div id="app">{children}</div>
      {scripts}
    </body>
  </html>
);

export default createHandler(() => <StartServer document={page} />);
