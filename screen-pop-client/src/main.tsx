import '@fontsource-variable/inter';
import '@fontsource-variable/vazirmatn';
import './look/tokens.css';
import './look/base.css';
import './look/pieces.css';
import './frame/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startTexts } from './texts';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element with the id root');
}
await startTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
